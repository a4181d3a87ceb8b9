/** Names of stages in the languages of Asia. How the table is written stands in ../word-table.ts. */
export const ASIA = `
ja
new = 新規|新規案件|見込み|見込み客|アポイント設定済み
qualified = 適格|資格|見極め|購入見込みあり|ニーズ分析|ヒアリング|価値提案|バリュープロポジション|意思決定者の確認
qualified = 同上意思決定者|認識分析|デモ予定
proposal = 提案|提案中|提案済み|提案/見積|提案/見積もり|提案書提出|見積|見積提示|見積もり|プレゼン予定
negotiation = 交渉|交渉中|交渉/レビュー|商談中|契約書送付済み|最終交渉|クロージング
won = 受注|成約|成立|完了（成立）|受注済み|商談成立
lost = 失注|不成立|不成約|完了（不成立）|商談不成立
ko
new = 신규|신규 기회|잠재 고객 발굴
qualified = 적격|검증|자격 확인|니즈 분석|요구사항 분석
proposal = 제안|제안서 발송|견적|제안/견적
negotiation = 협상|협상 중|협상/검토|계약서 발송
won = 성사|수주|성공|종료됨 - 성사|수주 성공
lost = 실패|실주|잃어버린|종료됨 - 실패|수주 실패
zh-Hans
new = 新建|新商机|新增|预期|初步接触|验证客户
qualified = 合格|已合格|资格审查|评价|需求分析|需求确定|价值主张|id决策者|确定决策者|感性分析
proposal = 提案|提案/报价|方案|方案/报价|方案报价|报价|建议
negotiation = 协商|协商/审核|谈判|谈判审核|谈判/复审|谈判中|合同
won = 赢得|赢单|已赢得|成交|赢得并结束|已成交|结束并赢得
lost = 输单|丢单|已丢失|未成交|失去并结束|结束并失去
zh-Hant
new = 新的商機|勘探|開發中
qualified = 已合格|資質|資格審查|需求確認|價值主張|決定者id|知覺分析
proposal = 提案/報價|報價|提案中
negotiation = 談判|談判/審查|協商|議價|議約
won = 贏得|已贏得|贏單|成交|關閉贏得
lost = 失去|已損失|輸單|未成交|關閉失去
vi
new = cơ hội mới|khảo sát
qualified = đủ điều kiện|trình độ chuyên môn|phân tích nhu cầu|đề xuất giá trị|id. người tạo quyết định
qualified = phân tích khả năng
proposal = đề xuất|báo giá|giá đưa ra|giá đưa ra/báo giá|đã gửi báo giá
negotiation = đàm phán|đàm phán / đánh giá|thương lượng
won = đã thắng|thành công|chốt đơn
lost = đã mất|thất bại|thua thầu
th
new = ใหม่|การสำรวจ
qualified = ตรวจความเหมาะสม|ผ่านคุณสมบัติ|การวิเคราะห์ความต้องการ|ข้อเสนอที่มีค่า|id. ผู้มีอำนาจตัดสินใจ
qualified = การวิเคราะห์การรับรู้
proposal = ข้อเสนอ|ข้อเสนอ / ใบเสนอราคา|ใบเสนอราคา|เสนอราคา
negotiation = การเจรจาต่อรอง|การเจรจาต่อรอง / ทบทวน|เจรจาต่อรอง
won = ชนะ|สำเร็จ|ปิดการขายสำเร็จ
lost = แพ้|สูญหาย|ไม่สำเร็จ
id
new = baru|peluang baru|pencarian
qualified = kualifikasi|terkualifikasi|butuh analisa|analisis kebutuhan|proposisi nilai|id. pembuat keputusan
qualified = analisis persepsi
proposal = proposal terkirim|proposal / harga penawaran|penawaran|penawaran harga
negotiation = negosiasi|negosiasi / ulasan
won = menang|berhasil|tertutup won
lost = kalah|gagal|tertutup hilang
hi
new = नया|नई
qualified = योग्य|अर्हता
proposal = प्रस्ताव
negotiation = मोलभाव
won = जीत गया|जीता
lost = खो गया|हार गया
ar
new = جديد|جديدة|التنقيب|تنقيب
qualified = مؤهل|المؤهل|المُؤهّل|التأهيل|يحتاج إلى تحليل|تحليل الاحتياجات|موقع ذو قيمة|في انتظار صناع القرار
qualified = تحليل التصور
proposal = عرض|عرض سعر|اقتراح|تم إرسال العرض
negotiation = تفاوض|التفاوض|مفاوضات|التفاوض/مراجعة
won = ناجحة|مغلق ناجح|تم الفوز بها|تم الفوز
lost = مفقود|ضائع|مغلق فقدت|مغلق خاسر|تمت خسارتها
fa
new = جدید|اکتشاف
qualified = تجزیه و تحلیل نیازها|ارزش پیشنهادی|شناسه. تصمیم گیرندگان|تحلیل ادراک
proposal = پروپوزال|پیشنهاد|نقل قول پروپوزال / قیمت
negotiation = مذاکره|مذاکره / مرور
won = برد|برنده
lost = باخت|از دست رفته
ur
new = توقع
qualified = قابلیت|تجزیہ کی ضرورت ہے|قدر کی تجویز|id فیصلہ ساز|تاثر تجزیہ
proposal = تجویز|تجویز/قیمت کا حوالہ
negotiation = مذاکرات|مذاکرات/جائزہ
won = بند جیت
lost = بند گم
he
new = חדש|חדשה
qualified = מוסמך|כשיר|ניתוח צרכים
proposal = הצעה|הצעת מחיר|הצעה נשלחה
negotiation = משא ומתן|במשא ומתן
won = זכה|זכייה|נסגר בהצלחה
lost = הפסד|הפסדנו|נסגר ללא הצלחה
uz
won = g'alaba qozondi
lost = yo'qolgan
mn
won = ялсан
lost = амжилтгүй
`;
